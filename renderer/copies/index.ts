export { copiesAddress } from './copies-address.ts'
export { isLive } from './copy-groups.ts'
export { TitlePicker } from './TitlePicker.tsx'
export { placeKey, readPlace, usePlaces, useSeriesOptions } from './use-places.ts'
