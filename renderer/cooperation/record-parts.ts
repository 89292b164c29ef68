/** What a record holds, taken apart for two people's versions to be merged. */
export type RecordParts = Readonly<Record<string, unknown>>

/** An amount means nothing without its currency: whoever changed one of these changed all of them. */
const valueFields = ['currency', 'amountMinor', 'rate', 'rateOn', 'valueBasis', 'items', 'feeMinor', 'fees']

/** Where the fields of a value stand together. */
export const valuePart = 'value'

export function partsOf(fields: object): RecordParts {
  const entries = Object.entries(fields)
  const isOfValue = ([name]: [string, unknown]) => valueFields.includes(name)
  const value = entries.filter(isOfValue)
  const rest = Object.fromEntries(entries.filter((entry) => !isOfValue(entry)))
  return value.length === 0 ? rest : { ...rest, [valuePart]: Object.fromEntries(value) }
}

export function fieldsOfParts({ [valuePart]: value, ...rest }: RecordParts): object {
  return { ...rest, ...(value as object | undefined) }
}
