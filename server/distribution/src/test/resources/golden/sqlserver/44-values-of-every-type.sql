SELECT [t0].[an_int] AS [c0], [t0].[a_bigint] AS [c1], [t0].[a_float] AS [c2], [t0].[a_decimal] AS [c3], [t0].[a_big_decimal] AS [c4],
   [t0].[a_text] COLLATE Latin1_General_100_BIN2 AS [c5], [t0].[a_boolean] AS [c6], [t0].[a_uuid] AS [c7], [t0].[a_datetime] AS [c8],
   [t0].[a_local_datetime] AS [c9], [t0].[a_date] AS [c10], [t0].[a_time] AS [c11], [t0].[a_duration] COLLATE Latin1_General_100_BIN2 AS [c12],
   [t0].[a_json] COLLATE Latin1_General_100_BIN2 AS [c13], [t0].[some_bytes] AS [c14], [t0].[a_format] COLLATE Latin1_General_100_BIN2 AS [c15],
   [t0].[some_texts] COLLATE Latin1_General_100_BIN2 AS [c16]
FROM [specimen] AS [t0]
WHERE (NOT (([t0].[a_uuid] IN (
  SELECT l.v
  FROM OPENJSON(?) WITH (v uniqueidentifier '$') AS l
) OR [t0].[a_uuid] <> [t0].[a_uuid])) AND [t0].[a_decimal] IN (
  SELECT TRY_CAST(l.v AS decimal(38, 30))
  FROM OPENJSON(?) WITH (v nvarchar(100) '$') AS l
  WHERE TRY_CAST(l.v AS decimal(38, 30)) IS NOT NULL
) AND [t0].[a_datetime] IN (
  SELECT l.v
  FROM OPENJSON(?) WITH (v datetimeoffset(7) '$') AS l
) AND (
  SELECT SUM(CASE d.u WHEN N'Y' THEN CAST(d.n AS decimal(30, 6)) * 31104000000000 WHEN N'M' THEN CAST(d.n AS decimal(30,
     6)) * 2592000000000 WHEN N'W' THEN CAST(d.n AS decimal(30, 6)) * 604800000000 WHEN N'D' THEN CAST(d.n AS decimal(30,
     6)) * 86400000000 WHEN N'H' THEN CAST(d.n AS decimal(30, 6)) * 3600000000 WHEN N'N' THEN CAST(d.n AS decimal(30, 6)) * 60000000 WHEN N'S' THEN CAST(d.n AS decimal(30,
     6)) * 1000000 END)
  FROM (
    SELECT p.[value] AS n, LEAD(p.[value]) OVER (ORDER BY CAST(p.[key] AS int)) AS u
    FROM (
      SELECT [t0].[a_duration] AS t
    ) AS s
    CROSS APPLY OPENJSON(N'["' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(SUBSTRING(s.t, 2, CASE CHARINDEX('T',
       s.t) WHEN 0 THEN 4000 ELSE CHARINDEX('T', s.t) - 2 END) + CASE CHARINDEX('T', s.t) WHEN 0 THEN '' ELSE REPLACE(SUBSTRING(s.t,
       CHARINDEX('T', s.t) + 1, 4000), 'M', 'N') END, 'Y', '","Y","'), 'M', '","M","'), 'W', '","W","'), 'D', '","D","'),
       'H', '","H","'), 'N', '","N","'), 'S', '","S","') + N'"]') AS p
  ) AS d
) > ? AND CONVERT(varchar(max), [t0].[some_bytes], 2) = CONVERT(varchar(max), ?, 2) AND (CAST([t0].[a_text] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.' NOT IN (
  SELECT CAST(l.v AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.'
  FROM OPENJSON(?) WITH (v nvarchar(max) '$') AS l
) AND [t0].[a_text] = [t0].[a_text]) AND [t0].[a_time] <= ?)
ORDER BY CASE WHEN [t0].[a_duration] IS NULL THEN 0 ELSE 1 END, (
  SELECT SUM(CASE d.u WHEN N'Y' THEN CAST(d.n AS decimal(30, 6)) * 31104000000000 WHEN N'M' THEN CAST(d.n AS decimal(30,
     6)) * 2592000000000 WHEN N'W' THEN CAST(d.n AS decimal(30, 6)) * 604800000000 WHEN N'D' THEN CAST(d.n AS decimal(30,
     6)) * 86400000000 WHEN N'H' THEN CAST(d.n AS decimal(30, 6)) * 3600000000 WHEN N'N' THEN CAST(d.n AS decimal(30, 6)) * 60000000 WHEN N'S' THEN CAST(d.n AS decimal(30,
     6)) * 1000000 END)
  FROM (
    SELECT p.[value] AS n, LEAD(p.[value]) OVER (ORDER BY CAST(p.[key] AS int)) AS u
    FROM (
      SELECT [t0].[a_duration] AS t
    ) AS s
    CROSS APPLY OPENJSON(N'["' + REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(SUBSTRING(s.t, 2, CASE CHARINDEX('T',
       s.t) WHEN 0 THEN 4000 ELSE CHARINDEX('T', s.t) - 2 END) + CASE CHARINDEX('T', s.t) WHEN 0 THEN '' ELSE REPLACE(SUBSTRING(s.t,
       CHARINDEX('T', s.t) + 1, 4000), 'M', 'N') END, 'Y', '","Y","'), 'M', '","M","'), 'W', '","W","'), 'D', '","D","'),
       'H', '","H","'), 'N', '","N","'), 'S', '","S","') + N'"]') AS p
  ) AS d
) DESC, CASE WHEN [t0].[a_uuid] IS NULL THEN 1 ELSE 0 END, CAST([t0].[a_uuid] AS char(36)) COLLATE Latin1_General_BIN2, [t0].[specimen_id]
