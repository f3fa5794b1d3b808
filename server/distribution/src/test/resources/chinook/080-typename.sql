SELECT json_build_object('__typename', 'Query', 'albums', (SELECT json_agg(json_build_object('__typename', 'Album', 'title', a.title, 'artist', json_build_object('kind', 'Artist', 'name', r.name), 'tracks', json_build_array(json_build_object('__typename', 'Track'))) ORDER BY a.album_id)
    FROM album a JOIN artist r ON r.artist_id = a.artist_id WHERE a.album_id <= 2), 'other', 'Query');
