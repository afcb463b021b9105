/** What is wrong with the files of a package that lie under `root`; their paths are from there. */
export declare function faultsOf(root: string, files: readonly string[]): string[];
