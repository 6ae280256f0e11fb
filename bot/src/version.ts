/** As in package.json; a bundle has no such file beside it. */
export const productVersion = '0.1.0';
