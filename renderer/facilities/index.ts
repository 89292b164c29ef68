export { GivenEquipment } from './GivenEquipment.tsx'
