import type { BuildOptions } from 'esbuild';

/** The folder that holds the project. */
export declare const root: string;

/** Settings of esbuild that the program and the scripts share. */
export declare const bundleSettings: BuildOptions;
