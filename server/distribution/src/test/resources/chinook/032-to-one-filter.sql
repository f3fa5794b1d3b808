SELECT json_build_object('albums', json_agg(json_build_object('albumId', album_id, 'title', title) ORDER BY album_id))
FROM album NATURAL JOIN artist
WHERE name = 'Iron Maiden';
