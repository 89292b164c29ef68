export { AddToCollectionDialog } from './AddToCollectionDialog.tsx'
export { chosenTitlesName, type ChosenTitles } from './chosen-titles.ts'
export { DigitizationTabs } from './DigitizationTabs.tsx'
export { jobsAddress, jobsSearch, readJobFilters } from './jobs-address.ts'
