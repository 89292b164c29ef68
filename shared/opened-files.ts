/** Files that Windows opens with this program, by the ends of their names as senders and receivers write them. */
export const packageExtension = 'khosach'
export const receiptExtension = 'khosach-receipt'
export const updateExtension = 'khosach-update'
