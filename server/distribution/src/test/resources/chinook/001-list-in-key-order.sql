SELECT json_build_object('albums', json_agg(json_build_object('albumId', album_id, 'title', title, 'artistId', artist_id) ORDER BY album_id))
FROM album;
