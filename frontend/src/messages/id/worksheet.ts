export const worksheet = {}
