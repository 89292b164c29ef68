export { fieldLine, MarcText } from './MarcText.tsx'
export { searchAddress } from './search-address.ts'
