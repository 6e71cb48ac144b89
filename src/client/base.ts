/** The path of the host under which the site stands, before every address that is not read from the page; mostly empty. */
export const base = document.documentElement.dataset.base ?? ''
