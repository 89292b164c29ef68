export { searchAddress } from './search-address.ts'
