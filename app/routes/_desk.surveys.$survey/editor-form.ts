/** Every button of the editor sends this one form, so that no act throws typed words away. */
export const EDITOR_FORM = 'editor';
