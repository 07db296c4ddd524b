export { FilterMenu } from './FilterMenu';
export { Popover } from './Popover';
export { TooltipPopup } from './TooltipPopup';
