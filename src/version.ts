declare const MSOKO_VERSION: string | undefined;

/** Version of the program; set by the build. */
export const VERSION = typeof MSOKO_VERSION === 'string' ? MSOKO_VERSION : '0.0.0';
