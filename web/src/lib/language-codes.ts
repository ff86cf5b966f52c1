/** Languages that buyers write in: ISO 639-1, with the script's country where it decides the script. */
export const commonLanguages = (
  'en zh-CN zh-TW ja ko fr de es pt it nl pl ru uk ar he fa tr ur hi bn ta te id ms vi th fil sw am ha yo ig so af zu ' +
  'cs sk hu ro bg el sv da no fi et lv lt sl hr sr bs mk sq ca kk uz az ka hy'
).split(' ');
