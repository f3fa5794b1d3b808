SET NOCOUNT ON; INSERT INTO [warehouse] ([warehouse_id], [name], [opens], [closes], [handling], [location])
SELECT [w].[c0], [w].[c1], [w].[c2], [w].[c3], [w].[c4], [w].[c5]
FROM (
  SELECT [c0] AS [c0], [c1] COLLATE DATABASE_DEFAULT AS [c1], [c2] AS [c2], [c3] AS [c3], [c4] COLLATE DATABASE_DEFAULT AS [c4],
     [c5] AS [c5], [ordinal]
  FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [c1] nvarchar(max) '$[1]', [c2] time(7) '$[2]', [c3] time(7) '$[3]', [c4] nvarchar(max) '$[4]',
     [c5] nvarchar(max) '$[5]', [ordinal] int '$[6]')
) AS [w]
ORDER BY [w].[ordinal]; IF @@ROWCOUNT <> (
  SELECT COUNT_BIG(*) AS [n]
  FROM [warehouse] AS [t0]
  JOIN (
    SELECT [c0] AS [c0], [ordinal]
    FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [ordinal] int '$[1]')
  ) AS [w] ON [t0].[warehouse_id] = [w].[c0]
) THROW 50001, N'the written rows have other keys', 1;
SELECT [t0].[warehouse_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[opens] AS [c2], [t0].[closes] AS [c3],
   [t0].[handling] COLLATE Latin1_General_100_BIN2 AS [c4], [t0].[location] COLLATE Latin1_General_100_BIN2 AS [c5]
FROM [warehouse] AS [t0]
JOIN (
  SELECT [c0] AS [c0], [ordinal]
  FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [ordinal] int '$[1]')
) AS [w] ON [t0].[warehouse_id] = [w].[c0]
ORDER BY [w].[ordinal]

SELECT [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c0]
FROM [warehouse] AS [t0]
JOIN (
  SELECT [c0] AS [c0], [ordinal]
  FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [ordinal] int '$[1]')
) AS [w] ON [t0].[warehouse_id] = [w].[c0]
ORDER BY [w].[ordinal]
