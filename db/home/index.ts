export { queries } from './queries.ts'
