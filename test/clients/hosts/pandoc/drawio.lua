-- Has draw.io draw the diagrams that a document shows as images.
function Image(image)
  local stem = image.src:match('^(.*)%.drawio$')
  if not stem then return nil end
  local picture = stem .. '.png'
  pandoc.pipe('drawio', { '-x', '--crop', '-f', 'png', '-s', '2', '-o', picture, image.src }, '')
  image.src = picture
  return image
end
