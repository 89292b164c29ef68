/** The page of this program that an address asks to go back to: `?back=/copies/vouchers/5`. */
export function addressIn(search: URLSearchParams, name: string): string | null {
  const address = search.get(name) ?? ''
  return /^(\/[\w-]+)+$/.test(address) ? address : null
}
