/** Code of the municipality itself, where a file does not name it: its register of measures, its own values. */
export const OWN_MUNICIPALITY = 'municipality';
