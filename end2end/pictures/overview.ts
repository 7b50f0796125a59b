/** An overview of a folder of pictures, to be looked at in a browser: a row for each page, a column for each width and theme. */
import { readdirSync, writeFileSync } from 'node:fs';

/** Pictures are called `page.language.width.theme.png`. */
export function overview(folder: string, title: string): void {
  const pictures = readdirSync(folder).filter(file => file.endsWith('.png')).map(file => {
    const [page = '', language = '', width = '', theme = ''] = file.split('.');
    return { file, page, language, width, theme };
  });
  const each = (values: string[]) => [...new Set(values)].sort();
  const languages = each(pictures.map(picture => picture.language));
  const sections = each(pictures.map(picture => picture.page)).map(page => {
    const rows = languages.map(language => {
      const row = pictures.filter(picture => picture.page === page && picture.language === language);
      row.sort((a, b) => Number(b.width) - Number(a.width) || b.theme.localeCompare(a.theme));
      const cells = row.map(({ file, width, theme }) =>
        `<a href="${file}" title="${page}, ${language}, ${width} px, ${theme}"><img loading="lazy" src="${file}" style="width:${Number(width) / 4}px" alt=""></a>`);
      return `<p><b>${language}</b> ${cells.join(' ')}</p>`;
    });
    return `<h2 id="${page}">${page}</h2>${rows.join('')}`;
  });
  const style = 'body{font:14px system-ui;margin:2rem;background:#888}img{vertical-align:top;box-shadow:0 1px 4px #0006}a{display:inline-block;margin:.25rem}';
  writeFileSync(`${folder}/index.html`, `<!doctype html><meta charset="utf-8"><title>${title}</title><style>${style}</style><h1>${title}</h1>${sections.join('')}`);
}
