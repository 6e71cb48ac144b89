/** Gives each citation of an opened list a button that copies it. */
export const offerCopies = (list: HTMLElement): void => {
  for (const row of list.querySelectorAll('dl > div')) {
    const [name, entry] = [row.querySelector('dt'), row.querySelector('dd')]
    if (!name || !entry || name.querySelector('button')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = list.dataset.copy ?? ''
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(entry.innerText.trim())
      button.textContent = list.dataset.copied ?? ''
    })
    name.append(button)
  }
}
