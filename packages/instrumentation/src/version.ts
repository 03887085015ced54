/** The version of this package. Generated from package.json by the script docs. */
export const VERSION = '0.1.0';
