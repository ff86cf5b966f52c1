import { z } from 'zod';
import { binary, endpoint } from './endpoint.ts';
import { productionView } from './production.ts';
import { byId, id } from './scalars.ts';
import { specification } from './specification-shapes.ts';

/** A picture is made small before it is sent: edges in pixels, size in bytes. */
export const largestEdge = 2000;
export const largestPicture = 3 * 1024 * 1024;
/** Pictures that go with one version. */
export const mostPictures = 12;

const caption = z.string().trim().max(200).default('');
const byPicture = z.object({ id, pictureId: id });

export const addPicture = endpoint('POST /specifications/:id/pictures', {
  summary:
    'Choose a picture for the next version; the body is a JPEG or PNG. What the camera wrote into it, such as the place, is taken out',
  permission: 'specification.write',
  params: byId,
  query: z.object({
    /** The attachment of the ticket it was made from. */ attachmentId: id.optional(),
    caption,
  }),
  returns: specification,
});
export const changePicture = endpoint('PATCH /specifications/:id/pictures/:pictureId', {
  summary: 'Whether a picture goes with the next version, and its caption; released versions keep theirs',
  permission: 'specification.write',
  params: byPicture,
  body: z.object({ isChosen: z.boolean().optional(), caption: z.string().trim().max(200).optional() }),
  returns: specification,
});
export const getPicture = endpoint('GET /specifications/:id/pictures/:pictureId', {
  summary: 'A picture of a specification, or of its making',
  permission: 'specification.read',
  params: byPicture,
  returns: binary,
});
export const addPhoto = endpoint('POST /production/specifications/:id/photos', {
  summary: 'A photo of the work for sales; the body is a JPEG or PNG',
  permission: 'production.write',
  params: byId,
  query: z.object({ caption }),
  returns: productionView,
});
export const getProductionPicture = endpoint('GET /production/specifications/:id/pictures/:pictureId', {
  summary: 'A picture that was chosen for a released version, or a photo of the work',
  permission: 'production.read',
  params: byPicture,
  returns: binary,
});
export const getBuyerPicture = endpoint('GET /approve/:token/pictures/:pictureId', {
  summary: 'A picture of the version behind a signed link',
  permission: 'public',
  params: z.object({ token: z.string().max(400), pictureId: id }),
  returns: binary,
});
