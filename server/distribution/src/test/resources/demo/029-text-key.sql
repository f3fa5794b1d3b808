SELECT json_build_object(
    'country', (SELECT json_build_object('name', c.name, 'population', c.population::text, 'vat', c.vat::text, 'publishers',
        (SELECT json_agg(json_build_object('name', p.name) ORDER BY p.publisher_id) FROM (SELECT * FROM publisher WHERE country_id = 'FR' ORDER BY publisher_id LIMIT 2) p)) FROM country c WHERE code = 'FR'),
    'miss', null,
    'countries', (SELECT json_agg(json_build_object('code', code, 'population', population::text) ORDER BY population DESC) FROM (SELECT * FROM country WHERE population IS NOT NULL ORDER BY population DESC LIMIT 3) c));
