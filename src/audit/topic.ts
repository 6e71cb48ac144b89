/** What a figure is about: the first part of its id. */
export const topicOf = (figure: string): string => figure.split('.')[0] ?? ''
