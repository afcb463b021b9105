import { parseYaml } from '../../yaml-text.ts';
import objectivityText from './1.1.yaml?raw';
import lowText from './1.2.yaml?raw';
import talentsText from './1.3.yaml?raw';
import careerText from './1.4.yaml?raw';
import olympiadsText from './2.1.yaml?raw';
import headsText from './2.2.yaml?raw';
import trainingText from './2.3.yaml?raw';
import methodicalText from './2.4.yaml?raw';
import upbringingText from './2.5.yaml?raw';
import preschoolText from './3.1.yaml?raw';
import { type Rule, rulesSchema } from './rule.ts';

const TEXTS = [
  ...[objectivityText, lowText, talentsText, careerText, olympiadsText],
  ...[headsText, trainingText, methodicalText, upbringingText, preschoolText],
];

/** The rules of all sections, in the order of the Положение and of their files. */
export function recommendationRules(): Rule[] {
  return TEXTS.flatMap((text) => rulesSchema.parse(parseYaml(text)));
}
