// temporary until the guards are in
export const remarkReport = () => () => {}
export const contentProblems = (_root: string): never[] => []
