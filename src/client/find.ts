/** The keys that lead to the search from every page. Whoever has no use for “/” turns it off on the search page. */
addEventListener('keydown', (event) => {
  const { key, target, altKey, isComposing } = event
  const control = event.ctrlKey || event.metaKey
  const writing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
  const slash = key === '/' && !control && !writing && localStorage.getItem('slash') !== 'off'
  if (altKey || isComposing || !(slash || (control && key === 'k'))) return
  event.preventDefault()
  const field = document.querySelector<HTMLInputElement>('#query')
  if (field) field.select()
  else document.querySelector<HTMLAnchorElement>('a.find')?.click()
})
