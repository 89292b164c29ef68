export type ChoiceOption<Value> = { value: Value; label: string }
type Props<Value> = {
  label: string
  options: ChoiceOption<Value>[]
  value: Value[]
  onChange: (value: Value[]) => void
}

/** Any of several; none means all. */
export function FilterChoice<Value extends string | number>({
  label,
  options,
  value,
  onChange,
}: Props<Value>) {
  return (
    <fieldset className="filter-choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="check">
          <input
            type="checkbox"
            checked={value.includes(option.value)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? [...value, option.value]
                  : value.filter((other) => other !== option.value),
              )
            }
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
