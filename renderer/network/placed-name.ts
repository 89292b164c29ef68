/** A name with the commune it lies in, unless it says so itself. */
export function placedName({ name, commune }: { name: string; commune: string }): string {
  const isSaid = commune === '' || name.toLocaleLowerCase('vi').includes(commune.toLocaleLowerCase('vi'))
  return isSaid ? name : `${name}, ${commune}`
}
