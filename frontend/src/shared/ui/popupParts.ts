export { FilterMenu } from './FilterMenu';
export { Popover } from './Popover';
export { Toasts } from './Toasts';
export { TooltipPopup } from './TooltipPopup';
