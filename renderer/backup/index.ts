export { daysSince } from './age.ts'
