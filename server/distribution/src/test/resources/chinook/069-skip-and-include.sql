SELECT json_build_object('artist', json_build_object('name', name, 'both', artist_id, 'albums',
    (SELECT json_agg(json_build_object('title', title) ORDER BY album_id) FROM album WHERE album.artist_id = artist.artist_id)))
FROM artist
WHERE artist_id = 1;
