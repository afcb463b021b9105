import type { Report } from '../../../src/reports/report.ts';

/** What hostile texts in files try: elements, attributes, closing tags, entities, addresses, odd characters. */
export const PAYLOADS = [
  '<script>window.broken=1</script>',
  '<img src=x onerror=window.broken=1>',
  '"><svg onload=window.broken=1>',
  "' onmouseover='window.broken=1",
  '" autofocus onfocus="window.broken=1',
  '</title><script>window.broken=1</script>',
  '</style><script>window.broken=1</script>',
  '</script><script>window.broken=1</script>',
  '--><script>window.broken=1</script><!--',
  ']]><script>window.broken=1</script>',
  '</table></section></main><iframe src="javascript:window.broken=1"></iframe>',
  '<a href="javascript:window.broken=1">нажмите</a>',
  '<meta http-equiv="refresh" content="0;url=//example.invalid/">',
  '<base href="//example.invalid/">',
  '<form action="//example.invalid/"><button>да</button></form>',
  '<link rel=stylesheet href="//example.invalid/a.css">',
  '<math><mi xlink:href="javascript:window.broken=1">x</mi></math>',
  '<svg><foreignObject><body onload=window.broken=1></foreignObject></svg>',
  '&lt;script&gt;window.broken=1&lt;/script&gt;',
  '&#60;script&#62;window.broken=1&#60;/script&#62;',
  '<scr\u0000ipt>window.broken=1</script>',
  '\ud800<script>window.broken=1</script>',
  '{{constructor.constructor("window.broken=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: what a template engine would run
  '${window.broken=1}',
  'javascript:window.broken=1',
  '<details open ontoggle=window.broken=1>',
  '<style>@import "//example.invalid/a.css"</style>',
  '`<img src=x onerror=window.broken=1>`',
];

/** A report in which a hostile text stands wherever a text can stand. */
export function hostileReport(payload: string): Report {
  return {
    id: payload,
    title: payload,
    subtitle: payload,
    year: 2021,
    facts: [{ name: payload, value: payload }],
    summary: [payload],
    sheets: [
      {
        name: payload,
        title: payload,
        lead: payload,
        notes: [payload],
        frozenColumns: 2,
        table: {
          id: payload,
          empty: payload,
          columns: [
            { key: 'school', title: payload, type: 'text' },
            { key: 'name', title: payload, type: 'text', width: 20 },
            { key: 'verdict', title: payload, type: 'verdict' },
            { key: 'count', title: payload, type: 'integer' },
          ],
          rows: [{ school: payload, name: payload, verdict: payload, count: 1 }],
        },
        charts: (['column', 'bar', 'stacked-bar', 'line', 'histogram'] as const).map((kind) => ({
          kind,
          title: payload,
          description: payload,
          category: 'name',
          series: [
            { key: 'count', title: payload },
            { key: 'count', title: payload, form: 'line' },
          ],
          axis: 'integer',
          axisTitles: { category: payload, value: payload },
        })),
      },
      {
        name: payload,
        title: payload,
        lead: payload,
        table: { id: payload, empty: payload, columns: [], rows: [] },
      },
    ],
  };
}
