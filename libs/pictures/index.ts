/** Pictures as bytes: what they are, and without what was hung on to them. Pure. */
export { type CleanPicture, cleanPicture } from './clean-picture.ts';
