'use strict';
(function () {
  const list = document.getElementById('list');
  const controls = document.getElementById('controls');
  const shown = document.getElementById('shown');
  const text = document.getElementById('f-text');
  const kind = document.getElementById('f-kind');
  const severity = document.getElementById('f-severity');
  const incomplete = document.getElementById('f-incomplete');
  const sku = document.getElementById('f-sku');
  const fields = [text, kind, severity, sku, incomplete];

  // Parsed once, in the order of the file: by falling severity.
  const customers = Array.from(list.tBodies, (body, place) => {
    const values = body.dataset.v.split(',').map((value) => (value === '' ? null : Number(value)));
    const facts = body.dataset.f === '' ? [] : body.dataset.f.split(' ').map((fact) => fact.split(':'));
    const licenses = body.dataset.l === '' ? [] : body.dataset.l.split(' ').map((license) => license.split(':'));
    return { body, place, values, facts, licenses, seen: true, sku: '', name: null, words: null };
  });

  const nameOf = (one) => (one.name ??= one.body.querySelector('.lb').textContent);
  const wordsOf = (one) => (one.words ??= one.body.querySelector('.nm').textContent.toLowerCase());

  function matches(one, words) {
    if (incomplete.checked && one.values[3] === 0) {
      return false;
    }
    if (sku.value !== '' && !one.licenses.some(([of]) => of === sku.value)) {
      return false;
    }
    if (kind.value !== '' || severity.value !== '') {
      const found = one.facts.some(([of, how]) =>
        (kind.value === '' || of === kind.value) && (severity.value === '' ? how !== 'EXCUSED' : how === severity.value));
      if (!found) {
        return false;
      }
    }
    return words.every((word) => wordsOf(one).includes(word));
  }

  const number = (value) => Number(value).toLocaleString('en');
  const count = (value, what) => (value === '' ? `${what}: not reported` : `${number(value)} ${what}`);

  // Shows the counts of the chosen license in place of the sums of all licenses.
  function showLicense(one) {
    if (one.sku === sku.value) {
      return;
    }
    one.sku = sku.value;
    const cell = one.body.querySelector('.li');
    cell.querySelectorAll('.sku').forEach((line) => line.remove());
    cell.classList.toggle('one-sku', sku.value !== '');
    for (const [of, purchased, assigned, total, over, free] of one.licenses) {
      if (of === sku.value) {
        const line = document.createElement('span');
        line.className = over > 0 ? 'num sku v' : 'num sku a';
        line.textContent = [
          over > 0 ? count(over, 'over') : count(free, 'free'),
          count(assigned, 'assigned') + (assigned === '' || total === '' ? '' : ` of ${number(total)} in the tenant`),
          count(purchased, 'purchased'),
        ].join('; ');
        cell.append(line);
      }
    }
  }

  function filter() {
    const words = text.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
    let count = 0;
    for (const one of customers) {
      const match = matches(one, words);
      count += match ? 1 : 0;
      if (match) {
        showLicense(one);
      }
      if (match !== one.seen) {
        one.seen = match;
        one.body.hidden = !match;
      }
    }
    const all = customers.length;
    const some = fields.some((field) => (field.type === 'checkbox' ? field.checked : field.value !== ''));
    controls.classList.toggle('active', some);
    const noun = all === 1 ? 'customer' : 'customers';
    shown.textContent = some ? `${count} of ${all} ${noun} shown` : `All ${all} ${noun} shown`;
  }

  // A click on a number in the summary sets its filter.
  function choose(event) {
    const link = event.target.closest('a[data-kind], a[data-severity], a[data-sku]');
    if (link) {
      controls.reset();
      kind.value = link.dataset.kind ?? '';
      severity.value = link.dataset.severity ?? '';
      sku.value = link.dataset.sku ?? '';
      filter();
    }
  }

  const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

  function compare(by, sign) {
    if (by === 'name') {
      return (a, b) => sign * collator.compare(nameOf(a), nameOf(b)) || a.place - b.place;
    }
    const at = Number(by);
    return (a, b) => {
      const x = a.values[at];
      const y = b.values[at];
      if (x === null || y === null) {
        // Unknown values come last in both directions.
        return (x === null) - (y === null) || a.place - b.place;
      }
      return sign * (x - y) || a.place - b.place;
    };
  }

  function sort(head) {
    const by = head.dataset.by;
    const first = by === 'name' ? 'ascending' : 'descending';
    const other = first === 'ascending' ? 'descending' : 'ascending';
    const order = head.getAttribute('aria-sort') === first ? other : first;
    for (const each of list.tHead.rows[0].cells) {
      each.removeAttribute('aria-sort');
    }
    head.setAttribute('aria-sort', order);
    const sorted = document.createDocumentFragment();
    customers.slice().sort(compare(by, order === 'ascending' ? 1 : -1)).forEach((one) => sorted.append(one.body));
    list.append(sorted);
  }

  function sortable(head) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(head.textContent);
    if (head.dataset.means) {
      const means = document.createElement('small');
      means.textContent = ` ${head.dataset.means}`;
      button.append(means);
    }
    button.addEventListener('click', () => sort(head));
    head.replaceChildren(button);
  }

  // In large files the details are text in a noscript until the row is opened.
  function expand(body) {
    const collapsed = body.querySelector('noscript');
    if (collapsed) {
      const parsed = document.createElement('template');
      parsed.innerHTML = collapsed.textContent;
      collapsed.replaceWith(parsed.content);
    }
  }

  function open(event) {
    const details = event.target.closest('.more > details');
    if (details) {
      expand(details.closest('tbody'));
    }
  }

  // A click on the row works like its button, unless the user selects text.
  function toggle(event) {
    const row = event.target.closest('tbody.c > tr:first-child');
    if (row && String(document.getSelection()) === '') {
      const details = row.nextElementSibling.querySelector('details');
      expand(row.parentElement);
      details.open = !details.open;
    }
  }

  let opened = [];

  // Prints the details of filtered customers. Without a filter, only the open ones are printed.
  function beforePrint() {
    if (controls.classList.contains('active')) {
      const printed = customers.filter((one) => one.seen).map((one) => one.body);
      printed.forEach(expand);
      opened = printed.map((body) => body.querySelector('.more > details:not([open])')).filter((details) => details);
      opened.forEach((details) => { details.open = true; });
    }
  }

  function afterPrint() {
    opened.forEach((details) => { details.open = false; });
    opened = [];
  }

  // The target of a link may be a customer, or in a closed list of responses.
  function reveal() {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const customer = target && customers.find((one) => one.body === target);
    if (customer) {
      if (!customer.seen) {
        controls.reset();
        filter();
      }
      expand(target);
      target.querySelector('.more > details').open = true;
      target.scrollIntoView();
      return;
    }
    const closed = target && target.closest('details:not([open])');
    if (closed) {
      closed.open = true;
      target.scrollIntoView({ block: 'center' });
    }
  }

  Array.from(list.tHead.rows[0].cells).forEach(sortable);
  list.addEventListener('click', toggle);
  list.addEventListener('toggle', open, true);
  document.getElementById('summary').addEventListener('click', choose);
  document.getElementById('kinds').addEventListener('click', choose);
  const skus = document.getElementById('skus');
  if (skus) {
    skus.addEventListener('click', choose);
    const names = Array.from(skus.querySelectorAll('a[data-sku]'), (link) => new Option(link.textContent, link.dataset.sku));
    names.sort((a, b) => collator.compare(a.text, b.text));
    sku.append(...names);
  } else {
    sku.parentElement.hidden = true;
  }
  text.addEventListener('input', filter);
  controls.addEventListener('change', filter);
  controls.addEventListener('submit', (event) => event.preventDefault());
  controls.addEventListener('reset', () => setTimeout(filter));
  addEventListener('hashchange', reveal);
  addEventListener('beforeprint', beforePrint);
  addEventListener('afterprint', afterPrint);
  controls.hidden = false;
  document.documentElement.classList.add('js');
  filter();
  reveal();
}());
