// Sorting and filtering of the tables; without it they are plain tables. Texts are only ever set as text.
(() => {
  const FEWEST_TO_SORT = 4;
  const FEWEST_TO_FILTER = 6;
  const plain = (cell) => cell.textContent.replace(/\s+/g, ' ').trim();

  /** A number as the tables write it: «1 234», «25,0 %», «< 0,0001»; not a number for words. */
  const numberIn = (text) => {
    const digits = text.replace(/[\s%]/g, '').replace('−', '-').replace(',', '.');
    if (/^<\d/.test(digits)) return Number(digits.slice(1)) / 2;
    return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : Number.NaN;
  };
  const isMissing = (text) => text === '—' || text === 'нет данных';

  /** Numbers by size, words by alphabet, what is missing always last. */
  const compare = (one, other, sign) => {
    if (isMissing(one) || isMissing(other)) return Number(isMissing(one)) - Number(isMissing(other));
    const [first, second] = [numberIn(one), numberIn(other)];
    if (!Number.isNaN(first) && !Number.isNaN(second)) return sign * (first - second);
    if (Number.isNaN(first) !== Number.isNaN(second)) return Number.isNaN(first) - Number.isNaN(second);
    return sign * one.localeCompare(other, 'ru');
  };

  const announce = document.createElement('p');
  announce.className = 'hidden';
  announce.setAttribute('role', 'status');
  document.body.append(announce);

  const sortable = (table) => {
    const headers = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    headers.forEach((header, index) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => {
        const descending = header.getAttribute('aria-sort') === 'ascending';
        for (const other of headers) other.removeAttribute('aria-sort');
        header.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        const rows = [...body.rows].map((row) => [plain(row.cells[index]), row]);
        rows.sort(([one], [other]) => compare(one, other, descending ? -1 : 1));
        body.append(...rows.map(([, row]) => row));
        announce.textContent = `Строки упорядочены: ${plain(header)}, ${descending ? 'по убыванию' : 'по возрастанию'}`;
      });
    });
  };

  /** Rows are hidden by the table's own words and by the school that is chosen for the page. */
  let chosen = '';
  const filters = [];
  const filterable = (table) => {
    const rows = [...table.tBodies[0].rows];
    const caption = plain(table.caption);
    const tools = document.createElement('div');
    tools.className = 'tools';
    const label = document.createElement('label');
    const input = document.createElement('input');
    const count = document.createElement('span');
    input.type = 'search';
    input.setAttribute('aria-label', `Найти в таблице «${caption}»`);
    count.setAttribute('role', 'status');
    label.append('Найти в таблице ', input);
    tools.append(label, count);
    if (rows.length >= FEWEST_TO_FILTER) table.parentElement.before(tools);
    const texts = rows.map((row) => plain(row).toLowerCase());
    const apply = () => {
      const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, index) => {
        const ofSchool = chosen === '' || !('school' in table.dataset) || plain(row.cells[0]) === chosen;
        row.hidden = !ofSchool || !words.every((word) => texts[index].includes(word));
        shown += row.hidden ? 0 : 1;
      });
      count.textContent = shown < rows.length ? `Показано строк: ${shown} из ${rows.length}` : '';
    };
    input.addEventListener('input', apply);
    filters.push(apply);
  };

  const chooser = () => {
    const table = document.querySelector('#schools table');
    if (!table) return;
    const label = document.createElement('label');
    const select = document.createElement('select');
    const add = (value, text) => {
      const option = document.createElement('option');
      option.value = value;
      option.textContent = text;
      select.append(option);
    };
    label.className = 'chooser';
    label.append('Школа во всех таблицах ', select);
    add('', 'все школы');
    for (const { cells } of table.tBodies[0].rows)
      add(plain(cells[0]), `${plain(cells[0])} ${plain(cells[1])}`);
    select.addEventListener('change', () => {
      chosen = select.value;
      for (const apply of filters) apply();
      announce.textContent = chosen === '' ? 'Показаны все школы' : `Показана школа ${chosen}`;
    });
    document.querySelector('nav').prepend(label);
  };

  // what scrolls on a narrow screen must be reached by keyboard
  for (const figure of document.querySelectorAll('figure'))
    if (figure.scrollWidth > figure.clientWidth) figure.tabIndex = 0;

  chooser();
  for (const table of document.querySelectorAll('main table')) {
    if (table.tBodies[0].rows.length >= FEWEST_TO_SORT) sortable(table);
    filterable(table);
  }
})();
