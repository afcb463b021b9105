import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Enums, Models, Serialize, SPDX, Spec } from '@cyclonedx/cyclonedx-library';

/**
 * The bill of materials of the program (CycloneDX 1.6): what is bundled in it and what npm installs beside it. It
 * bears neither time nor number of its own, so that the same program has the same bill.
 * @param root of the project
 * @param bundled packages as `bundledPackages` gives them
 */
export async function billOfMaterials(root, bundled) {
  const [{ name, version, license }, lock] = await Promise.all(
    ['package.json', 'package-lock.json'].map(async (file) =>
      JSON.parse(await readFile(resolve(root, file), 'utf8')),
    ),
  );
  const bill = new Models.Bom();
  const seen = new Set();
  bill.metadata.component = componentOf({ name, version, licence: license }, Enums.ComponentType.Application);
  for (const one of bundled) add(one, lock.packages[one.folder], 'bundled');
  for (const [folder, entry] of Object.entries(lock.packages)) {
    if (folder === '' || entry.dev) continue;
    const own = { name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length) };
    add({ ...own, version: entry.version, licence: entry.license }, entry, 'installed');
  }
  return `${serializer.serialize(bill, { sortLists: true, space: 1 })}\n`;

  function add(one, entry, how) {
    // A package may lie in several folders.
    if (seen.has(`${one.name}@${one.version}`)) return;
    seen.add(`${one.name}@${one.version}`);
    const component = componentOf(one, Enums.ComponentType.Library);
    component.scope = entry?.optional ? Enums.ComponentScope.Optional : Enums.ComponentScope.Required;
    component.properties.add(new Models.Property('msoko:delivery', how));
    const [, digest] = /^sha512-(.*)$/.exec(entry?.integrity ?? '') ?? [];
    if (digest) component.hashes.set('SHA-512', Buffer.from(digest, 'base64').toString('hex'));
    bill.metadata.component.dependencies.add(component.bomRef);
    bill.components.add(component);
  }
}

const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));

function componentOf({ name, version, licence }, type) {
  const [, group, plain] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name);
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${plain}@${version}`;
  const component = new Models.Component(type, plain, { group, version, purl, bomRef: purl });
  if (licence) component.licenses.add(licenceOf(licence));
  return component;
}

function licenceOf(text) {
  if (SPDX.isSupportedSpdxId(text)) return new Models.SpdxLicense(text);
  return / (?:AND|OR|WITH) /.test(text) ? new Models.LicenseExpression(text) : new Models.NamedLicense(text);
}
