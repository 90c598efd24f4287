// Starts Decap in the editor's language: ?lang=es, or the first of the browser's that the portal speaks.
import { record } from './record.js';
import { texts } from './texts.js';

const { CMS } = window;
const page = document.documentElement;
const tag = chosen(JSON.parse(page.dataset.languages));
const told = await (await fetch(`config/${tag}.json`)).json();

page.lang = tag;
CMS.registerCustomFormat('record', 'yml', record);
CMS.registerWidget('texts', texts);
CMS.init({ config: { ...told.config, collections: told.config.collections.map(complete) } });

function chosen(tags) {
  const asked = [new URLSearchParams(location.search).get('lang'), ...navigator.languages].filter(Boolean);
  const found = asked.map((one) => tags.find((tag) => tag === one) ?? tags.find((tag) => tag.split('-')[0] === one.split('-')[0]));
  return found.find(Boolean) ?? tags[0];
}

// Lists that many fields share stand once beside the configuration; here they come to where their names stand.
function complete(part) {
  const { fields, field, files, options } = part;
  return {
    ...part,
    ...(fields && { fields: typeof fields === 'string' ? told.fields[fields] : fields.map(complete) }),
    ...(field && { field: complete(field) }),
    ...(files && { files: files.map(complete) }),
    ...(options && { options: options.flatMap((one) => (typeof one === 'string' ? told.options[one] : [one])) }),
  };
}
