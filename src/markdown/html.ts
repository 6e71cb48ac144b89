/** HTML that prose may need. It is listed so that a misspelt component (`<num />`) is not taken for HTML. */
export const htmlElements: ReadonlySet<string> = new Set([
  'abbr',
  'aside',
  'bdi',
  'br',
  'cite',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'em',
  'figcaption',
  'figure',
  'p',
  'q',
  'ruby',
  'rp',
  'rt',
  'section',
  'small',
  'span',
  'strong',
  'sub',
  'summary',
  'sup',
  'wbr',
])

/** Attributes that a reader sees or hears, whatever element they stand in. */
export const readAttributes: ReadonlySet<string> = new Set(['title', 'alt', 'caption', 'label', 'aria-label', 'aria-description'])

/** All that raw elements may take: they do nothing, and how they look the house says. */
export const plainAttributes: ReadonlySet<string> = new Set([...readAttributes, 'lang', 'dir', 'open', 'class'])
