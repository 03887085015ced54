/** Where the pages of this project are read, unless somebody has copies: the only place that says so. */
export const PROJECT_PAGES = 'https://github.com/authmeter/authmeter/blob/main/docs';
