import { labelFields, type LabelField } from '../../shared/labels/contract.ts'

type NameOf = (field: LabelField) => string

/** `{accessionNumber}` as people read it: {Số ĐKCB}. */
export function shownText(text: string, nameOf: NameOf): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => {
    const field = labelFields.find((each) => each === key)
    return field === undefined ? whole : `{${nameOf(field)}}`
  })
}

/** What was typed, with the fields as the design keeps them; braces around other words stay as they are. */
export function storedText(shown: string, nameOf: NameOf): string {
  return shown.replace(/\{([^{}]+)\}/g, (whole, name: string) => {
    const wanted = name.trim().toLowerCase()
    const field = labelFields.find((each) => nameOf(each).toLowerCase() === wanted || each === name.trim())
    return field === undefined ? whole : `{${field}}`
  })
}

/** Words in braces that name no field, so that they would be printed as they stand or not at all. */
export function unknownFields(stored: string): string[] {
  const names = [...stored.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name)
  return names.filter((name) => !labelFields.some((field) => field === name))
}
