export { chosenTitlesName, type ChosenTitles } from './chosen-titles.ts'
export { DigitizationTabs } from './DigitizationTabs.tsx'
export { jobsSearch, readJobFilters } from './jobs-address.ts'
