export { copiesAddress } from './copies-address.ts'
