export const readiness = {}
