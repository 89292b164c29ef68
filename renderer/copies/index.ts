export { copiesAddress } from './copies-address.ts'
export { isLive } from './copy-groups.ts'
export { TitleField } from './TitleField.tsx'
export { placeKey, readPlace, usePlaces, useSeriesOptions } from './use-places.ts'
