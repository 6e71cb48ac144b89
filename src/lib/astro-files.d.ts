/** A page’s component as a plain script sees it: it is handed on to a page, and what it takes is checked there. */
declare module '*.astro' {
  const component: (properties: Record<string, unknown>) => unknown
  export default component
}
