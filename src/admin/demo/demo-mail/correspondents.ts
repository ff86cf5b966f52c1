import type { Correspondent } from './letter.ts';

const buyer = (name: string, address: string, country: string, offset: string): Correspondent => ({
  name,
  address,
  country,
  offset,
});

/** Everybody who writes in the demo; orders point at the same addresses. All of them are invented. */
export const buyers = {
  // French
  perrenoud: buyer('Maurice Perrenoud', 'm.perrenoud@haut-jura.example', 'FR', '+0100'),
  lefebvre: buyer('Sandrine Lefebvre', 'sandrine.lefebvre@courriel.example', 'FR', '+0100'),
  diallo: buyer('Mamadou Diallo', 'm.diallo@quincaillerie-teranga.example', 'SN', '+0000'),
  koffi: buyer('Aya Koffi', 'aya.koffi@residences-lagune.example', 'CI', '+0000'),
  tremblay: buyer('Geneviève Tremblay', 'g.tremblay@fenestrations-laurentides.example', 'CA', '-0500'),
  dubois: buyer('Bénédicte Dubois', 'benedicte.dubois@poste.example', 'BE', '+0100'),
  marchand: buyer('Atelier Marchand & Roux Architectes', 'projets@marchand-roux-archi.example', 'FR', '+0100'),
  rochat: buyer('Jean-Daniel Rochat', 'jd.rochat@bluewin-post.example', 'CH', '+0100'),
  vasseur: buyer('Éloïse Vasseur', 'eloise.vasseur@courriel.example', 'FR', '+0100'),
  benali: buyer('Karim Benali', 'k.benali@menuiserie-oran.example', 'DZ', '+0100'),
  // English
  okonkwo: buyer('Chukwuemeka Okonkwo', 'emeka@okonkwo-estates.example', 'NG', '+0100'),
  adeyemi: buyer('Engr. Folake Adeyemi', 'f.adeyemi@lekki-builders.example', 'NG', '+0100'),
  mensah: buyer('Kwabena Mensah', 'kmensah@accra-supply.example', 'GH', '+0000'),
  whitaker: buyer('Brenda Whitaker', 'brenda@whitakerhomes.example', 'US', '-0600'),
  ramirezCarl: buyer('Carl Ramirez', 'carl.ramirez@gulfcoastbuild.example', 'US', '-0500'),
  nguyenAmy: buyer('Amy Nguyen', 'amy.n@inbox.example', 'US', '-0800'),
  pemberton: buyer('Harriet Pemberton', 'harriet@pemberton-interiors.example', 'GB', '+0000'),
  gallagher: buyer('Declan Gallagher', 'declan.gallagher@firedoor-surveys.example', 'GB', '+0000'),
  sutherland: buyer('Morag Sutherland', 'morag.sutherland@post.example', 'GB', '+0000'),
  iyer: buyer('Raghav Iyer', 'raghav.iyer@iyer-infra.example', 'IN', '+0530'),
  mcallister: buyer('Tess McAllister', 'tess@bluegumbuilders.example', 'AU', '+1100'),
  murphy: buyer('Aoife Murphy', 'aoife.murphy@post.example', 'IE', '+0000'),
  // German
  schoenfelder: buyer('Dr. Annegret Schönfelder-Großkopf', 'a.schoenfelder@kanzlei-sg.example', 'DE', '+0100'),
  huber: buyer('Franz Huber', 'f.huber@bau-huber.example', 'AT', '+0100'),
  zuercher: buyer('Ueli Zürcher', 'ueli.zuercher@emmental.example', 'CH', '+0100'),
  krueger: buyer('Matthias Krüger', 'krueger@hausverwaltung-krueger.example', 'DE', '+0100'),
  weissmann: buyer('Ingrid Weißmann', 'ingrid.weissmann@web-post.example', 'DE', '+0100'),
  baumgartner: buyer('Lukas Baumgartner', 'l.baumgartner@holzbau-allgaeu.example', 'DE', '+0100'),
  // Spanish
  castellanos: buyer('Ana Belén Castellanos', 'anabelen@reformas-castellanos.example', 'ES', '+0100'),
  ibarra: buyer('Arq. Rodrigo Ibarra', 'ribarra@ibarra-arquitectos.example', 'MX', '-0600'),
  fernandez: buyer('Martín Fernández', 'martinf@aberturas-delplata.example', 'AR', '-0300'),
  quintero: buyer('Luz Marina Quintero', 'luzmarina@quintero-hogar.example', 'CO', '-0500'),
  valdivia: buyer('Ignacio Valdivia', 'ivaldivia@constructora-maule.example', 'CL', '-0300'),
  // Portuguese
  oliveira: buyer('Thiago Oliveira', 'thiago@oliveira-esquadrias.example', 'BR', '-0300'),
  santana: buyer('Maria das Graças Santana', 'gracas.santana@correio.example', 'BR', '-0300'),
  carvalho: buyer('Eng.º Rui Carvalho', 'rui.carvalho@obras-minho.example', 'PT', '+0000'),
  // Arabic
  otaibi: buyer('عبد الرحمن بن محمد العتيبي', 'a.alotaibi@najd-contracting.example', 'SA', '+0300'),
  mansour: buyer('م. هبة منصور', 'heba.mansour@nilehomes.example', 'EG', '+0200'),
  nuaimi: buyer('سلطان النعيمي', 'sultan@alnuaimi-villas.example', 'AE', '+0400'),
  jubouri: buyer('حيدر الجبوري', 'haider@rafidain-build.example', 'IQ', '+0300'),
  idrissi: buyer('فاطمة الزهراء الإدريسي', 'fz.idrissi@riad-atlas.example', 'MA', '+0100'),
  // Russian
  kuznetsov: buyer('Кузнецов Андрей Викторович', 'kuznetsov@stroydom-ural.example', 'RU', '+0500'),
  sokolova: buyer('Марина Соколова', 'm.sokolova@pochta.example', 'RU', '+0300'),
  akhmetov: buyer('Ерлан Ахметов', 'e.akhmetov@almaty-fasad.example', 'KZ', '+0500'),
  // East and South-East Asia
  wangLei: buyer('王磊', 'wanglei@shenhang-trade.example', 'CN', '+0800'),
  liuFang: buyer('刘芳', 'liufang@hongda-gongcheng.example', 'CN', '+0800'),
  chenYiting: buyer('陳怡婷', 'yiting.chen@interior-taipei.example', 'TW', '+0800'),
  leungKaMing: buyer('梁家明', 'kaming@leung-contractors.example', 'HK', '+0800'),
  yamamoto: buyer('山本 健一', 'k.yamamoto@yamamoto-komuten.example', 'JP', '+0900'),
  sato: buyer('佐藤 由美', 'yumi.sato@yubin.example', 'JP', '+0900'),
  kimMinJun: buyer('김민준', 'minjun.kim@hanok-design.example', 'KR', '+0900'),
  parkSoYeon: buyer('박소연', 'soyeon.park@daehan-chang.example', 'KR', '+0900'),
  tranThiHoa: buyer('Trần Thị Hoa', 'hoa.tran@noithat-saigon.example', 'VN', '+0700'),
  wijaya: buyer('Budi Wijaya', 'budi.wijaya@kusen-nusantara.example', 'ID', '+0700'),
  // The rest of Europe, Turkey, East Africa
  bianchi: buyer('Geom. Paolo Bianchi', 'p.bianchi@studio-bianchi.example', 'IT', '+0100'),
  esposito: buyer('Carmela Esposito', 'carmela.esposito@posta.example', 'IT', '+0100'),
  deVries: buyer('Marieke de Vries', 'marieke@devries-kozijnen.example', 'NL', '+0100'),
  kowalska: buyer('Agnieszka Kowalska', 'a.kowalska@wnetrza-krakow.example', 'PL', '+0100'),
  nowak: buyer('Piotr Wójcik-Nowak', 'p.nowak@budowa-nowak.example', 'PL', '+0100'),
  yilmaz: buyer('Gökhan Yılmaz', 'gokhan@yilmaz-yapi.example', 'TR', '+0300'),
  sahin: buyer('Ayşe Şahin', 'ayse.sahin@posta.example', 'TR', '+0300'),
  mwangi: buyer('Wanjiru Mwangi', 'wanjiru@mwangi-hardware.example', 'KE', '+0300'),
  juma: buyer('Juma Hassan', 'juma.hassan@pwani-milango.example', 'TZ', '+0300'),
  lindqvist: buyer('Åsa Lindqvist', 'asa.lindqvist@snickeri-lindqvist.example', 'SE', '+0100'),
  papadopoulos: buyer('Νίκος Παπαδόπουλος', 'n.papadopoulos@kataskeves-kriti.example', 'GR', '+0200'),
  novotna: buyer('Jana Novotná', 'jana.novotna@byt-brno.example', 'CZ', '+0100'),
  shevchenko: buyer('Олена Шевченко', 'o.shevchenko@dim-lviv.example', 'UA', '+0200'),
  cohen: buyer('יעל כהן', 'yael@cohen-design.example', 'IL', '+0200'),
} as const satisfies Record<string, Correspondent>;
