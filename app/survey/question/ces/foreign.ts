import type { Foreign } from '../foreign.ts';
import { formbricksScale } from '../foreign-scale.ts';
import { takeScale } from '../rating/foreign.ts';

export const foreign: Foreign = {
  formbricks(element) {
    const scale = element.type === 'ces' ? formbricksScale(element) : null;
    return scale?.high === 7 ? takeScale(scale) : null;
  },
};
